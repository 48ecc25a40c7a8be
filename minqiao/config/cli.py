"""The command `minqiao`: every word after it is a management command of some room."""

import os
import sys

from django.core.management import execute_from_command_line


def main():
    """Run `minqiao <command> …`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minqiao.config.settings")
    execute_from_command_line(["minqiao", *sys.argv[1:]])


if __name__ == "__main__":
    main()
