"""The addresses of the room."""

from django.urls import path

from minqiao.duties.microprojects.views import batches, figures, projects

app_name = "microprojects"
urlpatterns = [
    path("", projects.index, name="index"),
    path("new/", projects.new, name="new"),
    path("<int:pk>/", projects.detail, name="project"),
    path("<int:pk>/steps/<slug:action>/", projects.step, name="step"),
    path("<int:pk>/photos/", projects.add_photo, name="add_photo"),
    path("<int:pk>/papers/<int:paper_pk>.<slug:form>", projects.paper, name="paper"),
    path("<int:pk>/attachments/<int:file_pk>/", projects.attachment, name="attachment"),
    path("pool/", batches.pool, name="pool"),
    path("pool/<int:pk>/", batches.approve, name="batch"),
    path("figures/", figures.figures, name="figures"),
    path("figures.<slug:form>", figures.report, name="report"),
]
