"""The addresses of the house and, beside them, those of the bare pages."""

from django.urls import include, path

from minqiao.config.bench import bare

urlpatterns = [
    path("bench/empty/", bare.empty),
    path("bench/list/<int:congress_id>/", bare.index),
    path("bench/detail/<int:pk>/", bare.detail),
    path("bench/create/", bare.create),
    path("", include("minqiao.config.urls")),
]
