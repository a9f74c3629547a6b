"""Where a command starts: it can be stopped before anything that takes time is imported."""

from report45.signals import listen


def main() -> None:
    """Run the command line."""
    listen()
    from report45 import cli

    cli.main()


if __name__ == "__main__":
    main()
