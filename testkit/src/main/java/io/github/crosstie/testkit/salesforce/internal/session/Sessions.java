package io.github.crosstie.testkit.salesforce.internal.session;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.HashMap;
import java.util.Map;

/** Access tokens and the users that they stand for. The database's lock guards them. */
public final class Sessions {

    private final Database database;
    private final Map<String, String> users = new HashMap<>();
    private int lastNumber;

    /** None yet. */
    public Sessions(Database database) {
        this.database = database;
    }

    /** A new session of a user. */
    public String begin(String userId) {
        lastNumber++;
        String token = "00D5f000000loop!AQ.session." + lastNumber;
        users.put(token, userId);
        return token;
    }

    /** Ends all sessions. */
    public void endAll() {
        users.clear();
    }

    /** The user of a session; refused if it has ended or its user is inactive. */
    public String userOf(String token) {
        String userId = users.get(token);
        StoredRow user = userId == null ? null : database.find(userId);
        if (userId == null || user == null || !user.flag("IsActive")) {
            throw new Refusal("INVALID_SESSION_ID", "Session expired or invalid");
        }
        return userId;
    }
}
