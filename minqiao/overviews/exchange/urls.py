"""Addresses of import and export."""

from django.urls import path

from minqiao.overviews.exchange import views

app_name = "exchange"
urlpatterns = [
    path("", views.index, name="index"),
    path("runs/<int:pk>/", views.run, name="run"),
    path("runs/<int:pk>/resume/", views.resume, name="resume"),
    path("runs/<int:pk>/bad-rows/", views.bad_rows, name="bad_rows"),
    path("<slug:slug>/", views.sheet, name="sheet"),
    path("<slug:slug>/template/", views.template, name="template"),
    path("<slug:slug>/export.<str:kind>", views.export, name="export"),
]
