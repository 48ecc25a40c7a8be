"""The version root of the API."""

from django.urls import path

from minqiao.overviews.api.views import api

urlpatterns = [path("", api.urls)]
