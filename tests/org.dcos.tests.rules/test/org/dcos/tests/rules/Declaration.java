package org.dcos.tests.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One element of a plugin.xml.
 *
 * @param bundle     whose plugin.xml it is in
 * @param point      id of the extension point that it contributes to
 * @param element    its tag name
 * @param attributes its attributes by name
 */
record Declaration(BundleFolder bundle, String point, String element, Map<String, String> attributes) {

    /** Elements whose id names something declared elsewhere, or that may be repeated. */
    private static final List<String> REFERENCES = List.of("reference", "with", "perspectiveExtension",
            "view-reference",
            "page-reference", "separator", "visibleWhen", "enabledWhen", "activeWhen", "themeAssociation");

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    boolean declares(String name) {
        return attributes.containsKey(name);
    }

    boolean isReference() {
        return REFERENCES.contains(element) || point.equals("org.eclipse.ui.menus")
                || point.equals("org.eclipse.ui.perspectiveExtensions");
    }

    @Override
    public String toString() {
        return "%s/plugin.xml: %s %s %s".formatted(bundle.name(), point, element, attributes);
    }

    static List<Declaration> of(BundleFolder bundle) {
        var declarations = new ArrayList<Declaration>();
        extensionsOf(bundle).forEach(extension -> {
            String point = extension.getAttribute("point");
            declarations.add(of(bundle, point, extension));
            elements(extension.getElementsByTagName("*")).forEach(it -> declarations.add(of(bundle, point, it)));
        });
        return declarations;
    }

    /** Keys of texts, from attribute values such as {@code %view.racks}. */
    static List<String> textKeysOf(BundleFolder bundle) {
        var keys = new ArrayList<String>();
        of(bundle).forEach(it -> it.attributes().values().stream().filter(value -> value.startsWith("%"))
                .map(value -> value.substring(1)).forEach(keys::add));
        Optional.ofNullable(bundle.headers().get("Bundle-Name")).filter(name -> name.startsWith("%"))
                .ifPresent(name -> keys.add(name.substring(1)));
        return keys;
    }

    private static Declaration of(BundleFolder bundle, String point, Element element) {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        return new Declaration(bundle, point, element.getTagName(), attributes);
    }

    private static List<Element> extensionsOf(BundleFolder bundle) {
        Path file = bundle.path().resolve("plugin.xml");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
            return elements(document.getElementsByTagName("extension"));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
