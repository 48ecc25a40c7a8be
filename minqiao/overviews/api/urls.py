"""The version root of the API."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from minqiao.overviews.api.views import api, unknown

urlpatterns = [path("", api.urls), path("<path:rest>", csrf_exempt(unknown))]
