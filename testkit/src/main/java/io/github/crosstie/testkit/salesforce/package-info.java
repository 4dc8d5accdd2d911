/**
 * Salesforce on this machine, for authors of tests and of connectors.
 *
 * <p>{@link io.github.crosstie.testkit.salesforce.LoopbackSalesforce} speaks OAuth, the REST API and Bulk API 2.0 queries over
 * HTTP on 127.0.0.1 and behaves like the original, its limits and error codes included; the test says who is there and what
 * goes wrong:
 *
 * <pre>{@code
 * try (LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock)) {
 *     SalesforceOrganization organization = salesforce.organization();
 *     String ada = organization.addUser("ada@acme.example", "Lovelace");
 *     organization.contacts().create(Map.of("LastName", "Babbage", "OwnerId", ada));
 *     salesforce.faults().next("/composite/sobjects").loseAnswer();
 *     salesforce.limits().daily(1000);
 *
 *     codeUnderTest(salesforce.url(), salesforce.accessToken());  // or signed in as salesforce.app()
 *
 *     assertThat(salesforce.count("GET /query")).isEqualTo(1);
 * }
 * }</pre>
 */
@NullMarked
package io.github.crosstie.testkit.salesforce;

import org.jspecify.annotations.NullMarked;
