package direttore.api.resource;

import direttore.domain.reservation.InventoryLink;
import org.jspecify.annotations.Nullable;

/**
 * What a resource is in NetBox, in answers.
 *
 * @param kind {@code device}, {@code vlan}, {@code prefix} or {@code range}
 * @param id its number there
 * @param name what people call it there
 * @param outOfService why NetBox keeps it out of service, or null
 * @param gone whether NetBox has it no more
 */
record InventoryLinkView(
    String kind,
    long id,
    String name,
    @Nullable String site,
    @Nullable String role,
    @Nullable String outOfService,
    boolean gone) {
  static InventoryLinkView of(InventoryLink link) {
    return new InventoryLinkView(
        link.kind().wire(),
        link.id(),
        link.name(),
        link.site(),
        link.role(),
        link.withheld(),
        link.gone());
  }
}
