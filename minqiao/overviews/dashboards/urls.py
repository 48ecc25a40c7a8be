"""The front door."""

from django.urls import path

from minqiao.overviews.dashboards import views

app_name = "dashboards"
urlpatterns = [
    path("", views.home, name="home"),
    path("chain/<int:pk>/", views.chain, name="chain"),
]
