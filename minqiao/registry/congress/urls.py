"""Addresses of congress, its bodies and deputies."""

from django.urls import path

from minqiao.registry.congress import views

app_name = "congress"
urlpatterns = [
    path("", views.overview, name="index"),
    path("new/", views.create_congress, name="create"),
    path("<int:pk>/", views.overview, name="detail"),
    path("<int:pk>/edit/", views.edit_congress, name="edit"),
    path("<int:pk>/<str:kind>/new/", views.add_body, name="add_body"),
    path("bodies/<str:kind>/<int:pk>/", views.edit_body, name="edit_body"),
    path("deputies/", views.deputies, name="deputies"),
    path("deputies/new/", views.create_deputy, name="create_deputy"),
    path("deputies/<int:pk>/", views.deputy, name="deputy"),
    path("deputies/<int:pk>/edit/", views.edit_deputy, name="edit_deputy"),
    path("deputies/<int:pk>/contact/", views.contact, name="contact"),
    path("deputies/<int:pk>/account/", views.link_account, name="link_account"),
    path("deputies/<int:pk>/mandates/new/", views.grant_mandate, name="grant_mandate"),
    path("mandates/<int:pk>/edit/", views.change_mandate, name="change_mandate"),
    path("mandates/<int:pk>/<str:action>/", views.step, name="step"),
]
