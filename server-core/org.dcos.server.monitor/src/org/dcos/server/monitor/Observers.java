package org.dcos.server.monitor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.monitor.ObservationListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each observation to the status book, the samples' buffer and the listeners; one that fails does not stop the
 * rest.
 */
final class Observers implements Collector.Sink {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final StatusBook book;
    private final SampleBuffer samples;
    private final Supplier<CollectionSettings> settings;
    private final Runnable news;
    private final List<ObservationListener> listeners = new CopyOnWriteArrayList<>();

    /** @param news called when statuses or samples wait to be handed on */
    Observers(StatusBook book, SampleBuffer samples, Supplier<CollectionSettings> settings, Runnable news) {
        this.book = book;
        this.samples = samples;
        this.settings = settings;
        this.news = news;
    }

    void add(ObservationListener listener) {
        listeners.add(listener);
    }

    void remove(ObservationListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void observed(Watch watch, Observation observation) {
        book.observed(observation, settings.get().freshFor());
        samples.add(switch (observation) {
            case Observation.Power(_, var at, var state) -> watch.series.power(at, state);
            case Observation.Sensors(_, _, var readings) -> watch.series.sensors(readings);
            case Observation.Silent(_, var at, _, _) -> watch.series.silent(at);
        });
        news.run();
        tell(listener -> listener.observed(observation));
    }

    @Override
    public void trouble(UUID server, String trouble, Optional<BmcTrouble> cause) {
        book.trouble(server, trouble, cause);
        news.run();
    }

    @Override
    public void unwatched(UUID server) {
        tell(listener -> listener.unwatched(server));
    }

    private void tell(Consumer<ObservationListener> news) {
        for (var listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener to observations failed; the others go on", e);
            }
        }
    }
}
