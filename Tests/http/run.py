"""run.py <folder of the programs>: everything a server is tried with; ends with 1 at the first fault."""
import os
import subprocess
import sys

import sockets
from server import HOME, Server


def check_document(program):
    """Requests made up from what the server says of itself, the same on every run."""
    with Server(program, "--rate", "0", "--queue", "200") as server:
        folder = os.path.join(HOME, "Tests", "http")
        subprocess.run(
            [
                os.path.join(os.path.dirname(sys.executable), "schemathesis"),
                "--config-file", os.path.join(folder, "schemathesis.toml"), "run",
                server.address + "/openapi.json", "--url", server.address, "--max-time", "40",
                "--seed", "1", "--generation-database", "none", "--no-color",
            ],
            check=True, timeout=150)
        assert server.is_alive()


if __name__ == "__main__":
    folder = os.path.abspath(sys.argv[1])
    program = os.path.join(folder, "blueheart-server")
    try:
        sockets.check_all(program, os.path.join(folder, "blueheart"))
        check_document(program)
    except subprocess.CalledProcessError as fault:
        sys.exit(f"check-server: schemathesis ended with {fault.returncode}")
    print("check-server: all passed")
