"""Addresses under /accounts/, beside those of allauth."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from minqiao.foundation.accounts.views import administration, own

app_name = "accounts"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="accounts:profile"), name="index"),
    path("profile/", own.profile, name="profile"),
    path("switch/", own.switch, name="switch"),
    path("tokens/new/", own.new_token, name="new_token"),
    path("tokens/<int:pk>/revoke/", own.drop_token, name="drop_token"),
    path("views/new/", own.new_view, name="new_view"),
    path("views/<int:pk>/delete/", own.drop_view, name="drop_view"),
    path("my-data/", own.export, name="export"),
    path("users/", administration.index, name="users"),
    path("users/new/", administration.new, name="new_user"),
    path("users/<int:pk>/", administration.detail, name="user"),
    path("users/<int:pk>/password/", administration.reset_password, name="reset_password"),
    path("users/<int:pk>/factor/", administration.reset_factor, name="reset_factor"),
    path("users/<int:pk>/grant/", administration.grant, name="grant"),
    re_path(
        r"^users/(?P<pk>\d+)/(?P<verb>deactivate|reactivate)/$",
        administration.act_on_user,
        name="act_on_user",
    ),
    re_path(
        r"^capacities/(?P<pk>\d+)/(?P<verb>suspend|resume|end)/$",
        administration.act_on_capacity,
        name="act_on_capacity",
    ),
    path("policy/", administration.show_policy, name="policy"),
]
