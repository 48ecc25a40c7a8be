"""The root of the API, and requests that come twice."""

from minqiao.overviews.api.views.once import answer_once
from minqiao.overviews.api.views.root import api, unknown

__all__ = ["answer_once", "api", "unknown"]
