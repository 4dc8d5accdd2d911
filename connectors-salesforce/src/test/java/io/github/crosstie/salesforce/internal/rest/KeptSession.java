package io.github.crosstie.salesforce.internal.rest;

import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.salesforce.auth.TokenProvider;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;

/** A host that keeps a session until it is refused. */
public final class KeptSession implements TokenProvider {

    private final LoopbackSalesforce salesforce;
    private AccessToken session;

    public KeptSession(LoopbackSalesforce salesforce) {
        this.salesforce = salesforce;
        session = fresh();
    }

    private AccessToken fresh() {
        return new AccessToken(salesforce.accessToken(), salesforce.url());
    }

    @Override
    public synchronized AccessToken token() {
        return session;
    }

    @Override
    public synchronized AccessToken renew(AccessToken refused) {
        session = session.equals(refused) ? fresh() : session;
        return session;
    }
}
