package org.dcos.ui.parts;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;

import org.dcos.ui.parts.widget.DeskPart;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** Puts a view into a window without a workbench: it finds its desk and its shell, and nothing else. */
public final class TestSite {

    private TestSite() {}

    public static <T extends DeskPart> T open(TestDesk world, T part) throws PartInitException {
        Map<String, Object> answers = Map.of("getService", world.desk(), "getShell", world.shell(), "getId", "test");
        var site = (IViewSite) Proxy.newProxyInstance(TestSite.class.getClassLoader(), new Class<?>[] {IViewSite.class},
                (_, method, _) -> Optional.ofNullable(answers.get(method.getName())).orElseThrow(
                        () -> new UnsupportedOperationException(method.getName())));
        part.init(site, (IMemento) Proxy.newProxyInstance(TestSite.class.getClassLoader(),
                new Class<?>[] {IMemento.class}, (_, _, _) -> null));
        part.createPartControl(world.shell());
        return part;
    }
}
