"""The addresses of the room."""

from django.urls import path

from minqiao.duties.supervision.views import chasing, counterparts, inquiries, items, steps

app_name = "supervision"
urlpatterns = [
    path("", items.index, name="index"),
    path("new/", items.new, name="new"),
    path("<int:pk>/", items.detail, name="item"),
    path("<int:pk>/steps/<slug:action>/", steps.item_step, name="item_step"),
    path("<int:pk>/papers/<int:paper_pk>.<slug:form>", items.paper, name="paper"),
    path("<int:pk>/attachments/<int:file_pk>/", items.attachment, name="attachment"),
    path("counterparts/", counterparts.index, name="counterparts"),
    path("counterparts/<int:pk>/", counterparts.detail, name="counterpart"),
    path("counterparts/<int:pk>/steps/<slug:action>/", steps.counterpart_step, name="counterpart_step"),
    path("checks/", counterparts.checks, name="checks"),
    path("checks/<int:pk>/", counterparts.check, name="check"),
    path("checks/<int:pk>/steps/<slug:action>/", steps.check_step, name="check_step"),
    path("checks/<int:pk>/papers/<int:paper_pk>.<slug:form>", counterparts.paper, name="check_paper"),
    path("chasing/", chasing.index, name="chasing"),
    path("chasing/units/<int:unit>/<slug:level>/", chasing.notice, name="chase_notice"),
    path("chasing/circular/", chasing.circulate, name="chase_circular"),
    path("chasing/<int:pk>/", chasing.detail, name="chase"),
    path("chasing/<int:pk>/steps/<slug:action>/", steps.chase_step, name="chase_step"),
    path("chasing/<int:pk>/papers/<int:paper_pk>.<slug:form>", chasing.paper, name="chase_paper"),
    path("inquiries/", inquiries.index, name="inquiries"),
    path("inquiries/new/", inquiries.new, name="inquiry_new"),
    path("inquiries/<int:pk>/", inquiries.detail, name="inquiry"),
    path("inquiries/<int:pk>/steps/<slug:action>/", inquiries.step, name="inquiry_step"),
    path("inquiries/<int:pk>/papers/<int:paper_pk>.<slug:form>", inquiries.paper, name="inquiry_paper"),
]
