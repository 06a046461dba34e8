package dev.cacheward.cli.check.report;

import dev.cacheward.cli.check.result.CheckResult;
import dev.cacheward.cli.check.result.Finding;
import dev.cacheward.cli.check.result.Level;
import dev.cacheward.validation.Quote;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML as JUnit's runners write it: a suite for each file, in it a case for each resource, and one for the file itself. Warnings are
 * output of their case, unless they count as errors.
 */
record JUnitReport(PrintStream out, boolean strict) implements Report {
    /** What is found in one resource or file. */
    private record Case(String name, List<Finding> findings) {}

    @Override
    public void write(CheckResult result) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "cacheward check");
            for (String file : result.files()) {
                suite(xml, file, cases(result, file));
            }
            xml.writeEndDocument();
            xml.flush();
            out.println();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<Case> cases(CheckResult result, String file) {
        Stream<String> names = result.resources().stream()
                .filter(resource -> resource.file().equals(file))
                .map(CheckResult.Checked::name)
                .distinct();
        return Stream.concat(Stream.of(Optional.<String>empty()), names.map(Optional::of))
                .map(name -> new Case(
                        name.orElse("file"),
                        result.findings().stream()
                                .filter(finding -> finding.place().file().equals(file))
                                .filter(finding -> finding.resource().equals(name))
                                .toList()))
                .toList();
    }

    private void suite(XMLStreamWriter xml, String file, List<Case> cases) throws XMLStreamException {
        long failures = cases.stream().filter(each -> !failures(each).isEmpty()).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", Quote.printable(file));
        xml.writeAttribute("tests", String.valueOf(cases.size()));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        for (Case each : cases) {
            testCase(xml, file, each);
        }
        xml.writeEndElement();
    }

    private void testCase(XMLStreamWriter xml, String file, Case each) throws XMLStreamException {
        List<Finding> failures = failures(each);
        List<Finding> others = each.findings().stream()
                .filter(finding -> !failures.contains(finding))
                .toList();
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", Quote.printable(file));
        xml.writeAttribute("name", Quote.printable(each.name()));
        if (!failures.isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", failures.get(0).rule().id());
            xml.writeAttribute("message", Quote.printable(failures.get(0).said().withField()));
            xml.writeCharacters(lines(failures));
            xml.writeEndElement();
        }
        if (!others.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(lines(others));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private List<Finding> failures(Case each) {
        return each.findings().stream()
                .filter(finding -> strict || finding.level() == Level.ERROR)
                .toList();
    }

    private static String lines(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        Quote.printable(finding.place() + ": " + finding.said().withField()
                                + finding.said()
                                        .hint()
                                        .map(hint -> " (hint: " + hint + ")")
                                        .orElse("")))
                .collect(Collectors.joining("\n"));
    }
}
