package io.github.crosstie.salesforce.auth;

import java.util.Map;

/** What is presented at the token endpoint. */
interface Grant {

    /** The form of one request, made anew for each. */
    Map<String, String> form();

    /** What the flow is called in messages. */
    String name();
}
