package org.dcos.domain.event;

/** Takes what happened. Returns at once; a slow listener never slows the publisher, it gets a Resync instead. */
public interface EventPublisher {

    void publish(DomainEvent event);
}
