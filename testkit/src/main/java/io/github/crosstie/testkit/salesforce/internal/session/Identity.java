package io.github.crosstie.testkit.salesforce.internal.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import io.github.crosstie.testkit.salesforce.internal.rest.ApiResponse;

/** {@code /services/oauth2/userinfo} and the address that tokens carry as {@code id}: whose session it is. */
public final class Identity {

    private Identity() {}

    /** Tells who the user is. */
    public static ApiResponse of(Database database, String userId) {
        synchronized (database) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("user_id", userId).put("sub", userId);
            database.table("Organization").rows().stream()
                    .findFirst()
                    .ifPresent(organization -> json.put("organization_id", organization.id()));
            StoredRow user = database.find(userId);
            if (user != null) {
                json.put("preferred_username", user.text("Username"))
                        .put("username", user.text("Username"))
                        .put("email", user.text("Email"))
                        .put("zoneinfo", user.text("TimeZoneSidKey"))
                        .put("active", user.flag("IsActive"));
            }
            return ApiResponse.of(200, json);
        }
    }
}
