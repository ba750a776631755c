package org.dcos.ui.parts.widget;

import java.util.function.Consumer;

import org.dcos.ui.parts.Desk;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.IValueChangeListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ViewPart;

/** A view on a panel that follows values of the models as long as it is open. */
public abstract class DeskPart extends ViewPart {

    private Panel panel;
    private Desk desk;

    @Override
    public final void createPartControl(Composite parent) {
        desk = getSite().getService(Desk.class);
        panel = new Panel(parent);
        create(panel.body());
    }

    /** Makes the widgets. */
    protected abstract void create(Composite body);

    protected final Desk desk() {
        return desk;
    }

    protected final String text(String key, Object... arguments) {
        return desk.texts().get(key, arguments);
    }

    /** Hands the present value to the listener now, and every later one until the part is closed. */
    protected final <T> void follow(IObservableValue<T> value, Consumer<T> listener) {
        follow(panel, value, listener);
    }

    /** As above, for as long as a widget lives. */
    public static <T> void follow(Control owner, IObservableValue<T> value, Consumer<T> listener) {
        IValueChangeListener<T> change = event -> listener.accept(event.diff.getNewValue());
        value.addValueChangeListener(change);
        owner.addDisposeListener(_ -> value.removeValueChangeListener(change));
        listener.accept(value.getValue());
    }

    @Override
    public void setFocus() {
        panel.body().setFocus();
    }
}
