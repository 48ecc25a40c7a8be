"""What attachments offer the house: the sweep of files nobody stands for."""

from minqiao.foundation.attachments.tasks import sweep_orphans
from minqiao.kit.mechanism import Mechanism

MECHANISM = Mechanism(slug="attachments", label="附件", tasks=(sweep_orphans,))
