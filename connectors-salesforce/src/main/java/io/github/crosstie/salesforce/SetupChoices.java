package io.github.crosstie.salesforce;

import static java.util.Map.entry;

import io.github.crosstie.configuration.AmbiguousMatchPolicy;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.SyncDirection;
import java.util.Map;

/** The choices that the setup pages offer, as {@link Words}, and what they are here. */
final class SetupChoices {

    static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "yes", true, "false", false, "no", false);

    static final Map<String, SyncDirection> DIRECTIONS = Map.ofEntries(
            entry("dontsync", SyncDirection.OFF),
            entry("exchangetosalesforce", SyncDirection.MAIL_TO_CRM),
            entry("outlooktosalesforce", SyncDirection.MAIL_TO_CRM),
            entry("microsofttosalesforce", SyncDirection.MAIL_TO_CRM),
            entry("salesforcetoexchange", SyncDirection.CRM_TO_MAIL),
            entry("salesforcetooutlook", SyncDirection.CRM_TO_MAIL),
            entry("salesforcetomicrosoft", SyncDirection.CRM_TO_MAIL),
            entry("syncbothways", SyncDirection.BOTH),
            entry("bothways", SyncDirection.BOTH));

    static final Map<String, ConflictPolicy> CONFLICTS = Map.of(
            "salesforcealwayswins", ConflictPolicy.CRM_WINS,
            "exchangealwayswins", ConflictPolicy.MAIL_WINS,
            "outlookalwayswins", ConflictPolicy.MAIL_WINS,
            "microsoftalwayswins", ConflictPolicy.MAIL_WINS,
            "mostrecentrecordwins", ConflictPolicy.LATEST_WINS);

    static final Map<String, AmbiguousMatchPolicy> MATCHES = Map.of(
            "mostrecentactivity", AmbiguousMatchPolicy.MOST_RECENT_ACTIVITY,
            "lastupdated", AmbiguousMatchPolicy.MOST_RECENTLY_UPDATED,
            "mostrecentlyupdated", AmbiguousMatchPolicy.MOST_RECENTLY_UPDATED,
            "oldest", AmbiguousMatchPolicy.OLDEST_CREATED,
            "oldestcreated", AmbiguousMatchPolicy.OLDEST_CREATED);

    static final Map<String, DeletePolicy> DELETIONS = Map.of(
            "true", DeletePolicy.PROPAGATE,
            "delete", DeletePolicy.PROPAGATE,
            "false", DeletePolicy.DETACH,
            "dontdelete", DeletePolicy.DETACH);

    static final Map<String, PrivateEventPolicy> PRIVATE_EVENTS = Map.of(
            "false", PrivateEventPolicy.OFF,
            "dontsync", PrivateEventPolicy.OFF,
            "timeonly", PrivateEventPolicy.TIME_ONLY,
            "true", PrivateEventPolicy.FULL,
            "sync", PrivateEventPolicy.FULL);

    static final Map<String, Filter.Operator> OPERATORS = Map.of(
            "equals", Filter.Operator.IN,
            "notequalto", Filter.Operator.NOT_IN,
            "startswith", Filter.Operator.STARTS_WITH,
            "contains", Filter.Operator.CONTAINS);

    private SetupChoices() {}
}
