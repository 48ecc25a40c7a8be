"""Addresses of the calendar."""

from django.urls import path

from minqiao.foundation.workdays import views

app_name = "workdays"
urlpatterns = [
    path("", views.index, name="index"),
    path("import/", views.import_file, name="import"),
    path("<int:year>.csv", views.export, name="export"),
]
