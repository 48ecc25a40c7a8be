"""The reference manual, written from the code by `minqiao reference` and checked in CI."""
