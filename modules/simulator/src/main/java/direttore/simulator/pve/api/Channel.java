package direttore.simulator.pve.api;

import direttore.simulator.pve.http.Talk;

/**
 * The result of a method that leads to a WebSocket where the client asks for one.
 *
 * @param data what stands under {@code data} where it does not
 */
public record Channel(Object data, Talk talk) {}
