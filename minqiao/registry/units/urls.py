"""Addresses of the handling units."""

from django.urls import path

from minqiao.registry.units import views

app_name = "units"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.create, name="create"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/duties/", views.add_duty, name="add_duty"),
    path("duties/<int:pk>/drop/", views.drop_duty, name="drop_duty"),
]
