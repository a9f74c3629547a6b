"""papermill's own engine on warm kernels: ``papermill --engine report45 …``."""

from __future__ import annotations

from typing import Any

from jupyter_client.provisioning.factory import KernelProvisionerFactory
from papermill.engines import NBClientEngine

from report45.execution.kernels import PROVISIONER


class Report45Engine(NBClientEngine):  # type: ignore[misc]  # papermill is not typed
    """Executes a notebook on a kernel of the warm process."""

    @classmethod
    def execute_managed_notebook(cls, *args: Any, **kwargs: Any) -> Any:
        """Execute a notebook; see papermill's ``NBClientEngine``."""
        KernelProvisionerFactory.instance().default_provisioner_name = PROVISIONER
        return super().execute_managed_notebook(*args, **kwargs)
