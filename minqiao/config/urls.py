"""The addresses of the house: a loop over what the rooms offer."""

from django.urls import include, path

from minqiao.config.views import elder
from minqiao.kit.mechanism import mechanisms

urlpatterns = [
    path("elder/", elder, name="elder"),
    path("accounts/", include("allauth.urls")),
    *[path(f"{room.slug}/" if room.slug else "", include(room.urls)) for room in mechanisms() if room.urls],
]
