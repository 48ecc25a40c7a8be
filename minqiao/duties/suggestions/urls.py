"""The addresses of the room."""

from django.urls import path

from minqiao.duties.suggestions.views import (
    desk,
    disclosing,
    drafting,
    exporting,
    file,
    listing,
    many,
    report,
    returns,
    steps,
)

app_name = "suggestions"
urlpatterns = [
    path("", listing.index, name="index"),
    path("many/", many.many, name="many"),
    path("export.<slug:kind>", exporting.export, name="export"),
    path("new/", drafting.new, name="new"),
    path("new/autosave/", drafting.autosave_new, name="autosave_new"),
    path("similar/", drafting.similar, name="similar"),
    path("desk/", desk.desk, name="desk"),
    path("returns/", returns.report, name="returns"),
    path("publications/", disclosing.index, name="publications"),
    path("publications/<int:pk>/steps/<slug:action>/", steps.publication_step, name="publication_step"),
    path("batches/", desk.batches, name="batches"),
    path("batches/<int:pk>/", desk.batch, name="batch"),
    path("batches/<int:pk>/bundle/", desk.batch_bundle, name="batch_bundle"),
    path("batches/<int:pk>/steps/<slug:action>/", steps.batch_step, name="batch_step"),
    path("batches/<int:pk>/papers/<int:paper_pk>.<slug:form>", desk.batch_paper, name="batch_paper"),
    path("handlings/<int:pk>/steps/<slug:action>/", steps.handling_step, name="handling_step"),
    path("figures/", report.figures, name="figures"),
    path("figures/ahead/", report.ahead, name="ahead"),
    path("figures/promises/", report.promises, name="promises"),
    path("figures/report.<slug:form>", report.handling_file, name="handling_report"),
    path("<int:pk>/", file.detail, name="detail"),
    path("<int:pk>/steps/<slug:action>/", steps.suggestion_step, name="step"),
    path("<int:pk>/autosave/", drafting.autosave, name="autosave"),
    path("<int:pk>/phone/", file.phone, name="phone"),
    path("<int:pk>/attach/", file.attach, name="attach"),
    path("<int:pk>/papers/<int:paper_pk>.<slug:form>", file.paper, name="paper"),
    path("<int:pk>/attachments/<int:file_pk>/", file.attachment, name="attachment"),
    path("<int:pk>/attachments/<int:file_pk>/detach/", file.detach, name="detach"),
]
