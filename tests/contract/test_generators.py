"""Programs that make clients accept the OpenAPI file: here the one that makes Python models.

The workbench's types are made by openapi-typescript from the same file (`npm run gen:api`).
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from datamodel_code_generator import DataModelType, InputFileType, generate
from rest_framework.test import APIClient

from tests.annotations.publishing import make_published
from tests.factories import Cast

PROMISED = Path(__file__).parent.parent / "openapi.json"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Make the models as a newsroom's developer would, and import them."""
    path = tmp_path_factory.mktemp("client") / "vaglio_models.py"
    generate(
        PROMISED,
        input_file_type=InputFileType.OpenAPI,
        output=path,
        output_model_type=DataModelType.PydanticV2BaseModel,
        type_mappings=["email=string"],
    )
    spec = importlib.util.spec_from_file_location("vaglio_models", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["vaglio_models"] = module
    spec.loader.exec_module(module)
    return module


def test_the_made_models_read_the_public_list(
    models: ModuleType, cast: Cast, anonymous: APIClient
) -> None:
    published = make_published(cast)
    answer = anonymous.get("/api/v1/verified-claims/")
    page = models.VerifiedClaimPage.model_validate_json(answer.content)
    assert len(page.results) == 1
    assert str(published.claim_id) in page.model_dump_json()


def test_the_made_models_refuse_what_is_no_page(models: ModuleType) -> None:
    with pytest.raises(ValueError, match="results"):
        models.VerifiedClaimPage.model_validate_json(json.dumps({"next": None}))
