"""Addresses under /trail/."""

from django.urls import path

from minqiao.foundation.trail import views

app_name = "trail"
urlpatterns = [
    path("", views.index, name="index"),
    path("export/", views.export, name="export"),
]
