"""Every public function and class of the package has a docstring; every example in one runs and says the truth."""

import doctest
import importlib
import inspect
import pkgutil
import unittest

import yesan


class Manual(unittest.TestCase):
    def test_every_public_name_is_described(self):
        for name, value in vars(yesan).items():
            if name.startswith("_") or inspect.ismodule(value) or not callable(value):
                continue
            self.assertTrue(inspect.getdoc(value), name)
            if not inspect.isclass(value) or issubclass(value, int):
                continue
            for member, function in vars(value).items():
                if not member.startswith("_") and (inspect.isfunction(function) or isinstance(function, property)):
                    self.assertTrue(inspect.getdoc(function), f"{name}.{member}")

    def test_every_public_function_has_an_example(self):
        without = {"set_language", "load", "library"}  # they change the process
        for name, value in vars(yesan).items():
            if inspect.isfunction(value) and not name.startswith("_") and name not in without:
                self.assertIn(">>>", value.__doc__ or "", name)
        for value in (yesan.Book, yesan.PrintedBook, yesan.Sheet, yesan.Report):
            self.assertIn(">>>", value.__doc__, value.__name__)

    def test_every_example_runs(self):
        attempted = 0
        for module in pkgutil.iter_modules(yesan.__path__):
            results = doctest.testmod(importlib.import_module(f"yesan.{module.name}"))
            self.assertEqual(results.failed, 0, module.name)
            attempted += results.attempted
        attempted += doctest.testmod(yesan).attempted
        self.assertGreater(attempted, 80)


if __name__ == "__main__":
    unittest.main()
