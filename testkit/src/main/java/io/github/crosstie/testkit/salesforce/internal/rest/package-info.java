/** The REST API as functions from requests to answers: one class for each resource. It knows nothing of sockets. */
@NullMarked
package io.github.crosstie.testkit.salesforce.internal.rest;

import org.jspecify.annotations.NullMarked;
