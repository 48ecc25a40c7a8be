"""The same as the command `minqiao`, for those used to Django's name."""

from minqiao.config.cli import main

if __name__ == "__main__":
    main()
