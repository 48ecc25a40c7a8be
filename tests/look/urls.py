"""The addresses of the house and, for the tests of the look, its gallery."""

from django.urls import path

from minqiao.config.urls import urlpatterns as house
from tests.look.gallery import gallery

urlpatterns = [*house, path("look/<slug:name>", gallery)]
