"""The addresses of the house: a loop over what the rooms offer."""

from django.urls import include, path

from minqiao.config.views import alive, elder, forgotten, not_offered, ready, robots
from minqiao.kit.mechanism import mechanisms

# Of allauth's doors: accounts are opened, e-mail kept and passwords reset by the system administrator.
NOT_OFFERED = ("signup", "email", "3rdparty", "3rdparty/signup")

handler400 = "minqiao.config.views.bad_request"
urlpatterns = [
    path("healthz", alive, name="healthz"),
    path("readyz", ready, name="readyz"),
    path("robots.txt", robots),
    path("elder/", elder, name="elder"),
    path("accounts/password/reset/", forgotten),
    *[path(f"accounts/{door}/", not_offered) for door in NOT_OFFERED],
    path("accounts/", include("allauth.urls")),
    *[
        path(f"{room.slug}/" if room.slug else "", include(room.web.urls))
        for room in mechanisms()
        if room.web.urls
    ],
]
