/**
 * An organization of Salesforce: its contacts and events as the CRM side for {@link io.github.crosstie.Crosstie}, its
 * directory, its recycle bin, and what its own sync products leave behind. Begin with {@link
 * io.github.crosstie.salesforce.SalesforceConnection}, signed in by {@link io.github.crosstie.salesforce.auth}, and
 * make a {@link io.github.crosstie.salesforce.SalesforceDirectorySource} and a {@link
 * io.github.crosstie.salesforce.SalesforceConnector} of it; {@link
 * io.github.crosstie.salesforce.SalesforceDirectoryReader} reads exported files, {@link
 * io.github.crosstie.salesforce.LightningSyncImport} the configurations of Lightning Sync (S24). Everything comes out
 * in the terms of the core library; it makes no threads, keeps to one budget of requests, and tells trouble of the
 * whole organization by the exceptions of {@link io.github.crosstie.fault}.
 */
@NullMarked
package io.github.crosstie.salesforce;

import org.jspecify.annotations.NullMarked;
