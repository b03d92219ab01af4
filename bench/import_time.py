"""What does importing cost beyond the start of the interpreter? Run: python bench/import_time.py.

Each line is the best of ten fresh processes; the first is the interpreter alone, whose time is
taken off the others. `helpkit --help` is given whole, as a learner waits for it.
"""

import subprocess
import sys
from time import perf_counter

ROUNDS = 10
HELP = "import sys; sys.argv = ['helpkit', '--help']; from helpkit.cli.main import main; main()"


def seconds(code: str) -> float:
    """How long a fresh process takes to run it."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        times.append(perf_counter() - start)
    return min(times)


def main() -> None:
    bare = seconds("pass")
    print(f"{'the interpreter alone':<36}{bare:6.3f} s")
    for code in ("import helpkit", "import helpkit.content", "from helpkit import Lesson"):
        print(f"{code:<36}{seconds(code) - bare:6.3f} s more")
    print(f"{'helpkit --help':<36}{seconds(HELP):6.3f} s in all")


if __name__ == "__main__":
    main()
