package io.github.crosstie.testkit.salesforce.internal.session;

/** An error of the token endpoint. */
final class OauthRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;

    OauthRefusal(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    static OauthRefusal invalidGrant(String description) {
        return new OauthRefusal("invalid_grant", description);
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
