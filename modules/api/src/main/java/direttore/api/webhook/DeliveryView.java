package direttore.api.webhook;

import direttore.domain.webhook.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was or is to be sent to a webhook. */
record DeliveryView(
    UUID id,
    String event,
    String state,
    int tries,
    @Nullable String answer,
    @Nullable Instant nextTry,
    @Nullable Instant lastTry,
    Instant made,
    String body) {
  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.event(),
        delivery.state().wire(),
        delivery.tries(),
        delivery.answer(),
        delivery.nextTry(),
        delivery.lastTry(),
        delivery.made(),
        delivery.body());
  }
}
