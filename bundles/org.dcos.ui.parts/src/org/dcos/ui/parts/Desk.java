package org.dcos.ui.parts;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.ServerCore;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.problem.Unavailable;
import org.dcos.ui.model.capacity.CapacityModel;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.core.databinding.observable.Realm;
import org.eclipse.core.databinding.observable.value.WritableValue;
import org.eclipse.swt.widgets.Shell;

/**
 * What all parts of the console share: the live estate, the one selection, the words and the clock. A service of the
 * workbench: {@code getSite().getService(Desk.class)}. To be used in the realm.
 */
public final class Desk implements AutoCloseable {

    private final EstateModel estate;
    private final SelectionModel selection;
    private final RecordSelection record;
    private final Texts modelTexts;
    private final CapacityModel capacities;
    private final Texts texts;
    private final Clock clock;
    private final Path data;
    private final WritableValue<String> notice;
    private volatile Optional<Connection> connected = Optional.empty();

    /**
     * @param background runs work that may block
     * @param timer      runs work after a while
     * @param data       the data directory
     */
    public Desk(Realm realm, Executor background, ScheduledExecutorService timer, Locale locale, Clock clock,
            Path data) {
        this.data = data;
        this.estate = new EstateModel(realm, background,
                (wait, work) -> timer.schedule(work, wait.toMillis(), TimeUnit.MILLISECONDS));
        this.selection = new SelectionModel(realm);
        this.record = new RecordSelection(realm);
        this.modelTexts = Texts.load(locale);
        this.capacities = new CapacityModel(estate, modelTexts);
        this.texts = Texts.load(Desk.class, locale);
        this.clock = clock;
        this.notice = new WritableValue<>(realm, "", String.class);
    }

    public EstateModel estate() {
        return estate;
    }

    public SelectionModel selection() {
        return selection;
    }

    /** The record that the views of the records perspective are about. */
    public RecordSelection record() {
        return record;
    }

    /** What the racks can take and do take. */
    public CapacityModel capacities() {
        return capacities;
    }

    /** The words of the view-models. */
    public Texts modelTexts() {
        return modelTexts;
    }

    /** The words of the parts. */
    public Texts texts() {
        return texts;
    }

    /** One of the words of the parts. */
    public String words(String key) {
        return texts.get(key);
    }

    public Clock clock() {
        return clock;
    }

    /** The data directory of this console. */
    public Path data() {
        return data;
    }

    /** What is being done for the operator just now, in words; empty when nothing. Shown in the status bar. */
    public WritableValue<String> notice() {
        return notice;
    }

    /** The services of the present connection, from any thread. @throws Unavailable while there is no connection */
    public ServerCore core() throws Unavailable {
        return connected.map(Connection::serverCore)
                .orElseThrow(() -> new Unavailable(modelTexts.get("connection.none")));
    }

    /** Hands work to the realm, from any thread. */
    public void inRealm(Runnable work) {
        estate.inRealm(work);
    }

    /** Tells the operator what did not work, in a dialog over the window. */
    public void trouble(Shell window, String words) {
        if (!window.isDisposed()) {
            Sentence.trouble(window, texts, words);
        }
    }

    /** Goes over to another server-core; the old connection is closed. */
    public void connect(Connection connection) {
        connected = Optional.of(connection);
        selection.select(new Selected.Nothing());
        record.clear();
        estate.connect(connection);
    }

    /** Closes the connection. */
    @Override
    public void close() {
        capacities.close();
        estate.close();
    }
}
