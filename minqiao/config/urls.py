"""The addresses of the house: a loop over what the rooms offer."""

from django.urls import include, path

from minqiao.kit.mechanism import mechanisms

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    *[path(f"{room.slug}/" if room.slug else "", include(room.urls)) for room in mechanisms() if room.urls],
]
