"""Addresses of the rulebook."""

from django.urls import path

from minqiao.foundation.rulebook import views

app_name = "rulebook"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/end/", views.end, name="end"),
    path("<str:key>/", views.detail, name="detail"),
    path("<str:key>/change/", views.change, name="change"),
]
