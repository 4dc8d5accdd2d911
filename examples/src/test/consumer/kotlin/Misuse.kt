package host

import io.github.crosstie.apply.SyncResult
import io.github.crosstie.configuration.ConfigurationId
import io.github.crosstie.configuration.SyncConfiguration
import io.github.crosstie.connector.Owner
import io.github.crosstie.directory.OrganizationId
import io.github.crosstie.directory.Role
import io.github.crosstie.directory.RoleId
import io.github.crosstie.directory.User
import io.github.crosstie.item.ContactFields
import io.github.crosstie.item.Item
import io.github.crosstie.report.UserStatus

// What the compiler has to refuse: each line that ends in "refused", and no other.

fun nullWhereNoneIsAllowed(user: User.Builder, item: Item.Builder, configuration: SyncConfiguration.Builder) {
    OrganizationId(null) // refused
    Owner("") // a string of the wrong content is told at run time
    user.profile(null) // refused
    user.title(null)
    item.set(ContactFields.SURNAME, null) // refused
    configuration.name(null) // refused
    Role.internal(RoleId("00E000000000001AAA"), "Sales", null)
    Role.internal(null, "Sales", null) // refused
}

fun resultThatMayBeNull(status: UserStatus, item: Item): String {
    val configuration: ConfigurationId = status.configuration() // refused
    val reason: String = status.reason()
    val length = status.configuration().value().length // refused
    val known = status.configuration()?.value()?.length ?: 0
    val value: Any = item.value(ContactFields.SURNAME) // refused
    val surname: String = item.get(ContactFields.SURNAME).orElse("")
    return "$configuration$reason$length$known$value$surname"
}

fun nullWithinAList(status: UserStatus): Int {
    val kinds: List<String?> = status.flows().map { it.reason() }
    UserStatus(status.organization(), status.user(), null, status.at(), listOf(null), status.reason()) // refused
    return kinds.size
}

fun endingThatIsForgotten(result: SyncResult): String =
    when (result) { // refused
        is SyncResult.Synced -> "synced"
        is SyncResult.Held -> "held"
        is SyncResult.NotEnrolled -> "not enrolled"
    }
