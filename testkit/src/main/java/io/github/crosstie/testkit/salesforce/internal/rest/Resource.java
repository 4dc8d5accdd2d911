package io.github.crosstie.testkit.salesforce.internal.rest;

/** A part of the API. */
interface Resource {

    /** Answers a request, or throws a {@link io.github.crosstie.testkit.salesforce.internal.record.Refusal}. */
    ApiResponse answer(ApiRequest request);
}
