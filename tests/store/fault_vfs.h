// A file system of the tests' own, over the real one, whose n-th call fails.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <cstring>

namespace yesan::faults {

// How the call fails.
enum class Fault { kError, kDiskFull, kShortRead };

struct Plan {
  std::int64_t calls = 0;   // so far
  std::int64_t fails = -1;  // the number of the call that does; −1: none
  Fault how = Fault::kError;
  bool stays = false;  // all calls after it fail too: the disk is gone
  bool failed = false;
};
inline Plan plan;

inline bool Fails() {
  const std::int64_t call = plan.calls++;
  const bool now = plan.fails >= 0 && (call == plan.fails || (plan.stays && call > plan.fails));
  plan.failed = plan.failed || now;
  return now;
}

struct File {
  sqlite3_file base;
  sqlite3_file* real;
};
inline sqlite3_file* Real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }
inline int Failure(int io_error) { return plan.how == Fault::kDiskFull ? SQLITE_FULL : io_error; }

inline int Close(sqlite3_file* file) {
  sqlite3_file* real = Real(file);
  const int answer = real->pMethods->xClose(real);
  sqlite3_free(real);
  return answer;
}
inline int Read(sqlite3_file* file, void* to, int amount, sqlite3_int64 at) {
  if (Fails()) {
    if (plan.how != Fault::kShortRead) return SQLITE_IOERR_READ;
    std::memset(to, 0, static_cast<std::size_t>(amount));
    return SQLITE_IOERR_SHORT_READ;
  }
  return Real(file)->pMethods->xRead(Real(file), to, amount, at);
}
inline int Write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 at) {
  if (Fails()) {
    // Half of it is on the disk.
    static_cast<void>(Real(file)->pMethods->xWrite(Real(file), from, amount / 2, at));
    return Failure(SQLITE_IOERR_WRITE);
  }
  return Real(file)->pMethods->xWrite(Real(file), from, amount, at);
}
inline int Truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (Fails()) return SQLITE_IOERR_TRUNCATE;
  return Real(file)->pMethods->xTruncate(Real(file), size);
}
inline int Sync(sqlite3_file* file, int flags) {
  if (Fails()) return SQLITE_IOERR_FSYNC;
  return Real(file)->pMethods->xSync(Real(file), flags);
}
inline int FileSize(sqlite3_file* file, sqlite3_int64* size) {
  if (Fails()) return SQLITE_IOERR_FSTAT;
  return Real(file)->pMethods->xFileSize(Real(file), size);
}
inline int Lock(sqlite3_file* file, int how) {
  if (Fails()) return SQLITE_IOERR_LOCK;
  return Real(file)->pMethods->xLock(Real(file), how);
}
inline int Unlock(sqlite3_file* file, int how) {
  return Real(file)->pMethods->xUnlock(Real(file), how);
}
inline int CheckLock(sqlite3_file* file, int* out) {
  return Real(file)->pMethods->xCheckReservedLock(Real(file), out);
}
inline int Control(sqlite3_file* file, int what, void* with) {
  return Real(file)->pMethods->xFileControl(Real(file), what, with);
}
inline int SectorSize(sqlite3_file* file) { return Real(file)->pMethods->xSectorSize(Real(file)); }
inline int Traits(sqlite3_file* file) {
  return Real(file)->pMethods->xDeviceCharacteristics(Real(file));
}
inline int ShmMap(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  if (Fails()) return SQLITE_IOERR_SHMMAP;
  return Real(file)->pMethods->xShmMap(Real(file), region, size, extend, out);
}
inline int ShmLock(sqlite3_file* file, int offset, int n, int flags) {
  // What lets go never fails: nobody could do anything about it.
  if ((flags & SQLITE_SHM_LOCK) != 0 && Fails()) return SQLITE_IOERR_SHMLOCK;
  return Real(file)->pMethods->xShmLock(Real(file), offset, n, flags);
}
inline void ShmBarrier(sqlite3_file* file) { Real(file)->pMethods->xShmBarrier(Real(file)); }
inline int ShmUnmap(sqlite3_file* file, int remove) {
  return Real(file)->pMethods->xShmUnmap(Real(file), remove);
}

inline const sqlite3_io_methods kMethods = {
    2,       Close,      Read,   Write,  Truncate, Sync,       FileSize, Lock,    Unlock, CheckLock,
    Control, SectorSize, Traits, ShmMap, ShmLock,  ShmBarrier, ShmUnmap, nullptr, nullptr};

inline sqlite3_vfs* Under(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

inline int Open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  file->pMethods = nullptr;
  if (Fails()) return SQLITE_CANTOPEN;
  sqlite3_vfs* under = Under(vfs);
  auto* real =
      static_cast<sqlite3_file*>(sqlite3_malloc64(static_cast<sqlite3_uint64>(under->szOsFile)));
  if (real == nullptr) return SQLITE_NOMEM;
  std::memset(real, 0, static_cast<std::size_t>(under->szOsFile));
  const int answer = under->xOpen(under, name, real, flags, out);
  if (answer != SQLITE_OK) {
    sqlite3_free(real);
    return answer;
  }
  reinterpret_cast<File*>(file)->real = real;
  file->pMethods = &kMethods;
  return SQLITE_OK;
}
inline int Delete(sqlite3_vfs* vfs, const char* name, int sync) {
  if (Fails()) return SQLITE_IOERR_DELETE;
  return Under(vfs)->xDelete(Under(vfs), name, sync);
}
inline int Access(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
  if (Fails()) return SQLITE_IOERR_ACCESS;
  return Under(vfs)->xAccess(Under(vfs), name, flags, out);
}
inline int FullName(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  return Under(vfs)->xFullPathname(Under(vfs), name, size, out);
}
inline int Random(sqlite3_vfs* vfs, int size, char* out) {
  return Under(vfs)->xRandomness(Under(vfs), size, out);
}
inline int Sleep(sqlite3_vfs* vfs, int micro) { return Under(vfs)->xSleep(Under(vfs), micro); }
inline int Now(sqlite3_vfs* vfs, double* day) { return Under(vfs)->xCurrentTime(Under(vfs), day); }
inline int LastError(sqlite3_vfs* vfs, int size, char* out) {
  return Under(vfs)->xGetLastError(Under(vfs), size, out);
}

// The name under which it is registered.
inline const char* Install() {
  static sqlite3_vfs vfs;
  if (vfs.zName == nullptr) {
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    vfs.iVersion = 1;
    vfs.szOsFile = static_cast<int>(sizeof(File));
    vfs.mxPathname = real->mxPathname;
    vfs.zName = "yesan_faults";
    vfs.pAppData = real;
    vfs.xOpen = Open;
    vfs.xDelete = Delete;
    vfs.xAccess = Access;
    vfs.xFullPathname = FullName;
    vfs.xRandomness = Random;
    vfs.xSleep = Sleep;
    vfs.xCurrentTime = Now;
    vfs.xGetLastError = LastError;
    sqlite3_vfs_register(&vfs, 0);
  }
  return vfs.zName;
}

}  // namespace yesan::faults
