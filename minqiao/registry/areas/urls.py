"""Addresses of the divisions."""

from django.urls import path

from minqiao.registry.areas import views

app_name = "areas"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:code>/", views.detail, name="detail"),
]
