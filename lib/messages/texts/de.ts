import type { Texts } from '@/lib/messages/texts/texts'

/** Swiss German spelling: ss, no ß. */
export const de: Texts = {
  greeting: (name) => `Guten Tag ${name}`,
  conversation: 'Uns schreiben',
  orSimilar: ({ category, example }) => `${category}, z. B. ${example} oder ähnlich`,
  rows: {
    number: 'Reservation',
    vehicle: 'Fahrzeug',
    pickup: 'Abholung',
    return: 'Rückgabe',
    rental: 'Miete',
    total: 'Gesamtpreis',
    totalWithVat: 'Gesamtpreis inkl. MWST',
    paid: 'Angezahlt',
    remainder: 'Rest bei Rückgabe',
    refunded: 'Zurückerstattet',
    kept: 'Stornogebühr',
    validUntil: 'Gültig bis',
    role: 'Rolle',
  },
  cancellation: {
    always: () => 'Bis zur Abholung kostenlos stornierbar.',
    free: ({ until, percent }) =>
      `Kostenlos stornierbar bis ${until}, danach für ${percent} % des Gesamtpreises.`,
    now: ({ percent }) => `Eine Stornierung kostet ${percent} % des Gesamtpreises.`,
    from: ({ from, percent }) => `Ab ${from} kostet eine Stornierung ${percent} % des Gesamtpreises.`,
    most: () => 'Mehr als bezahlt ist, kostet sie nie.',
  },
  reservationConfirmed: {
    subject: ({ number, vehicle }) => `Reservation ${number} bestätigt: ${vehicle}`,
    heading: 'Ihre Reservation ist bestätigt',
    intro: ({ vehicle }) => `Wir haben für Sie reserviert: ${vehicle}.`,
    bring: 'Bitte bringen Sie zur Abholung Ihren Führerausweis und die Karte mit, mit der Sie bezahlt haben.',
    button: 'Reservation ansehen',
    sms: ({ company, number, from, place, url }) =>
      `${company}: Reservation ${number} bestätigt. Abholung ${from}, ${place}. ${url}`,
  },
  reservationRefunded: {
    subject: ({ number }) => `Reservation ${number}: Sie erhalten Ihr Geld zurück`,
    heading: 'Ihre Zahlung kam nach Ablauf der Reservation',
    intro: ({ amount }) =>
      `Das Fahrzeug war inzwischen vergeben. Wir erstatten Ihnen ${amount} vollständig auf Ihre Karte zurück. Die Gutschrift erscheint je nach Bank in 5 bis 10 Tagen.`,
    button: 'Neu suchen',
  },
  reservationChanged: {
    subject: ({ number }) => `Reservation ${number} geändert`,
    heading: 'Ihre Reservation ist geändert',
    intro: ({ number }) => `Die Reservation ${number} wurde geändert. Ab jetzt gilt:`,
    before: 'bisher',
    button: 'Reservation ansehen',
    question: 'Stimmt etwas nicht? Antworten Sie einfach auf diese Nachricht.',
  },
  addendum: {
    text: 'Die Änderung gehört als Nachtrag zu Ihrem Mietvertrag und wartet noch auf Ihre Unterschrift.',
    button: 'Nachtrag unterschreiben',
  },
  checkinInvitation: {
    subject: ({ number }) => `Reservation ${number}: Check-in von zu Hause`,
    heading: 'Checken Sie schon zu Hause ein',
    intro: () => 'Ein paar Angaben vorab, und die Übergabe dauert nur noch wenige Minuten.',
    button: 'Jetzt einchecken',
  },
  dayBefore: {
    subject: ({ number, from }) => `Reservation ${number}: Abholung am ${from}`,
    heading: 'Bald geht es los',
    intro: ({ vehicle }) => `Wir freuen uns auf Sie. Bereit steht: ${vehicle}.`,
    sms: ({ company, number, from, place, url }) =>
      `${company}: Abholung ${from}, ${place} (${number}). Bitte Führerausweis mitbringen. ${url}`,
  },
  upsells: 'Noch etwas dazu? In Ihrer Buchung ist es mit einem Tipp dabei:',
  upgrade: (category) => `Upgrade auf ${category}`,
  returnReminder: {
    subject: ({ number }) => `Reservation ${number}: Rückgabe`,
    heading: 'Bald ist Rückgabe',
    intro: ({ until, place }) => `Wir erwarten Ihr Fahrzeug am ${until} zurück: ${place}.`,
    longer:
      'Möchten Sie länger fahren? Antworten Sie auf diese Nachricht; oft lässt sich die Miete verlängern.',
  },
  vehicleLate: {
    subject: ({ number }) => `Reservation ${number}: Ihr Fahrzeug könnte sich verspäten`,
    heading: 'Ihr Fahrzeug könnte sich verspäten',
    intro: ({ from }) =>
      `Das Fahrzeug für Ihre Abholung am ${from} ist möglicherweise nicht pünktlich bereit. Wir arbeiten daran und melden uns, falls Sie länger warten müssen.`,
    question: ({ phone }) =>
      `Passt es Ihnen anders besser? Antworten Sie einfach auf diese Nachricht oder rufen Sie uns an (${phone}).`,
    sms: ({ company, number, from, phone }) =>
      `${company}: Ihr Fahrzeug (${number}, Abholung ${from}) ist möglicherweise nicht pünktlich bereit. Wir arbeiten daran. Rufen Sie uns bei Fragen an (${phone}).`,
  },
  vehicleReady: {
    subject: ({ number }) => `Reservation ${number}: Ihr Fahrzeug ist bereit`,
    heading: 'Ihr Fahrzeug ist bereit',
    intro: ({ vehicle, place }) => `Danke fürs Warten: ${vehicle} steht für Sie bereit. ${place}.`,
    sms: ({ company, number, place }) =>
      `${company}: Ihr Fahrzeug (${number}) ist jetzt bereit: ${place}. Danke fürs Warten.`,
  },
  onTheWay: {
    subject: ({ number }) => `Reservation ${number}: Wir sind unterwegs`,
    heading: 'Wir sind unterwegs zu Ihnen',
    intro: ({ at }) => `Voraussichtlich sind wir um ${at} da.`,
    question: ({ phone }) =>
      `Sind Sie noch nicht so weit, oder an einem anderen Ort? Antworten Sie einfach auf diese Nachricht oder rufen Sie uns an (${phone}).`,
    sms: ({ company, number, at, phone }) =>
      `${company}: Wir sind unterwegs und voraussichtlich um ${at} da (${number}). Bei Fragen rufen Sie uns bitte an (${phone}).`,
  },
  reviewRequest: {
    subject: ({ company }) => `Wie war es mit ${company}?`,
    heading: 'Wie war es?',
    intro: ({ vehicle }) =>
      `Sie sind zurück, wir hoffen, gut gefahren: ${vehicle}. Erzählen Sie anderen in zwei Sätzen, wie es war?`,
    button: 'Bewerten',
    why: 'Sie erhalten diese Bitte einmal nach der Miete, weil Sie zugestimmt haben, von uns zu hören. Möchten Sie das nicht mehr, antworten Sie einfach.',
  },
  returnOverdue: {
    subject: ({ number }) => `Vertrag ${number}: Die Rückgabe ist fällig`,
    heading: 'Die Rückgabe ist fällig',
    intro: ({ from }) =>
      `Ihr Fahrzeug war am ${from} zurückerwartet. Bitte bringen Sie es so bald wie möglich zurück; die weitere Zeit wird nach Ihrem Vertrag verrechnet.`,
    question: ({ phone }) =>
      `Brauchen Sie das Fahrzeug länger oder kommen Sie nicht weiter? Rufen Sie uns an (${phone}) oder antworten Sie auf diese Nachricht.`,
    sms: ({ company, number, from, phone }) =>
      `${company}: Ihr Fahrzeug (Vertrag ${number}) war am ${from} zurückerwartet. Bitte bringen Sie es zurück oder rufen Sie uns an (${phone}).`,
  },
  vehicleReturned: {
    subject: ({ number }) => `Reservation ${number}: Ihr Fahrzeug ist zurück`,
    heading: 'Ihr Fahrzeug ist zurück',
    intro: ({ vehicle }) =>
      `Wir haben ${vehicle} ohne Sie zurückgenommen und den Zustand mit Fotos, Kilometerstand und Tank festgehalten.`,
    next: ({ phone }) =>
      `Die Abrechnung folgt. Sind Sie mit etwas nicht einverstanden, antworten Sie auf diese Nachricht oder rufen Sie uns an (${phone}).`,
  },
  vehicleDue: {
    items: {
      service: 'Service',
      inspection: 'MFK',
      insurance: 'Versicherung',
      maintenance: 'Geplante Arbeit',
    },
    subject: ({ item, plate }) => `${item} fällig: ${plate}`,
    heading: ({ item }) => `${item} wird fällig`,
    headingOverdue: ({ item }) => `${item} ist überfällig`,
    intro: ({ vehicle }) => `Für ${vehicle} ist noch nichts geplant.`,
    button: 'Fahrzeug ansehen',
    due: 'Fällig am',
    dueKm: 'Fällig bei',
    odometer: 'Kilometerstand',
    policy: 'Police',
    several: {
      subject: ({ count }) => `${count} Termine in Ihrer Flotte`,
      heading: ({ count }) => `${count} Termine werden fällig`,
      intro: 'Für diese Fahrzeuge ist noch nichts geplant.',
      overdue: 'überfällig',
      button: 'Unter «Heute» ansehen',
    },
    once: 'Sie erhalten diese Erinnerung nur einmal; was fällig ist, steht auch unter «Heute».',
  },
  reservationCancelled: {
    subject: ({ number }) => `Reservation ${number} storniert`,
    heading: 'Ihre Reservation ist storniert',
    intro: ({ number }) => `Die Reservation ${number} ist storniert, das Fahrzeug ist wieder frei.`,
    question:
      'Fragen zur Rückerstattung beantworten wir Ihnen gerne; antworten Sie einfach auf diese Nachricht.',
  },
  keyBox: {
    subject: ({ number }) => `Reservation ${number}: So kommen Sie zum Schlüssel`,
    heading: 'So kommen Sie zum Schlüssel',
    intro: 'Bei Ihrer Abholung ist niemand vor Ort. Der Schlüssel liegt im Schlüsselkasten.',
    code: 'Code',
    secret: 'Bitte geben Sie den Code nicht weiter.',
    sms: ({ company, place, code, url }) =>
      `${company}: Schlüsselkasten ${place}, Code ${code}. Alles Weitere: ${url}`,
  },
  waiting: {
    anyCategory: 'Beliebige Fahrzeugklasse',
    listed: {
      subject: 'Sie stehen auf der Warteliste',
      heading: 'Sie stehen auf der Warteliste',
      intro: 'Wird ein passendes Fahrzeug frei, melden wir uns in der Reihenfolge der Anmeldungen.',
      button: 'Eintrag ansehen',
      leave: 'Sie möchten nicht mehr warten? Auf derselben Seite nehmen Sie sich von der Liste.',
    },
    offer: {
      subject: 'Ein Fahrzeug ist frei geworden',
      heading: 'Ein Fahrzeug ist frei geworden',
      held: ({ until }) => `Wir halten es bis ${until} für Sie fest. Danach fragen wir die nächste Person.`,
      free: ({ until }) =>
        `Es ist noch nicht für Sie reserviert: Buchen Sie am besten gleich. Nach ${until} fragen wir die nächste Person.`,
      button: 'Jetzt buchen',
      smsHeld: ({ company, from, until, url }) =>
        `${company}: Ein Fahrzeug ab ${from} ist frei geworden. Buchbar für Sie bis ${until}: ${url}`,
      smsFree: ({ company, from, until, url }) =>
        `${company}: Ein Fahrzeug ab ${from} ist frei geworden. Es ist nicht für Sie reserviert: Wer zuerst bucht, hat es. Angebot bis ${until}: ${url}`,
    },
  },
  attached: (count) => (count === 1 ? 'Dazu gehört eine Datei.' : `Dazu gehören ${count} Dateien.`),
  customerMessage: {
    subject: ({ customer, number }) =>
      number ? `Nachricht von ${customer} zu ${number}` : `Nachricht von ${customer}`,
    heading: ({ customer }) => `${customer} schreibt`,
    button: 'Antworten',
    where: 'Antworten Sie im Programm; eine Antwort auf diese E-Mail erreicht den Kunden nicht.',
    strange: ({ sender }) =>
      `Achtung: Diese E-Mail kam von ${sender}. Das ist keine Adresse, die wir von diesem Kunden kennen.`,
  },
  portalMessage: {
    subject: ({ company, number }) => `${company}: Nachricht zu Ihrer Reservation ${number}`,
    heading: ({ company }) => `Nachricht von ${company}`,
    button: 'Im Portal antworten',
  },
  privateLink: {
    subject: ({ number }) => `Ihr neuer Link zur Reservation ${number}`,
    heading: 'Ihr neuer Link',
    intro: ({ number }) =>
      `Mit diesem Link sehen Sie alles zu Ihrer Reservation ${number}, ändern sie oder schreiben uns.`,
    button: 'Reservation öffnen',
    old: 'Der bisherige Link gilt nicht mehr. Geben Sie den neuen nicht weiter: Wer ihn hat, kann die Reservation ändern.',
  },
  dataRequest: {
    subject: ({ customer }) => `${customer}: Anfrage zu den eigenen Daten`,
    heading: 'Eine Anfrage zu Daten',
    intro: ({ customer, kind, due }) =>
      kind === 'copy'
        ? `${customer} verlangt eine Kopie der eigenen Daten. Antworten Sie bis ${due}; den Export finden Sie beim Kunden.`
        : `${customer} verlangt die Löschung der eigenen Daten. Antworten Sie bis ${due}; was das Gesetz aufzubewahren verlangt, bleibt.`,
    button: 'Kunden ansehen',
    due: 'Antwort bis',
  },
  invitation: {
    subject: ({ company }) => `Einladung zu ${company}`,
    heading: ({ company }) => `Arbeiten Sie mit bei ${company}`,
    intro: ({ invitedBy, company }) => `${invitedBy} lädt Sie ein, bei ${company} mitzuarbeiten.`,
    button: 'Einladung annehmen',
    unknown: 'Sie kennen diese Firma nicht? Dann können Sie diese Nachricht ignorieren.',
    roles: {
      owner: 'Inhaber/in',
      manager: 'Leitung',
      staff: 'Mitarbeit',
      technician: 'Technik',
      sales_rep: 'Verkauf',
      concierge: 'Concierge',
      viewer: 'Nur Ansicht',
    },
  },
  paymentRequest: {
    invoice: 'Rechnung',
    due: 'Zahlbar bis',
    open: 'Offen',
    button: 'Rechnung bezahlen',
    crossed:
      'Haben Sie schon bezahlt? Dann haben sich unsere Nachrichten gekreuzt, und Sie müssen nichts tun.',
    card_refused: {
      subject: ({ number }) => `Ihre Karte wurde nicht belastet: Rechnung ${number}`,
      heading: 'Bitte bezahlen Sie Ihre Rechnung',
      intro: ({ number, amount }) =>
        `Ihre hinterlegte Karte hat die Belastung von ${amount} für die Rechnung ${number} abgelehnt oder verlangt Ihre Bestätigung. Bitte bezahlen Sie über den Link.`,
    },
    reminder_1: {
      subject: ({ number }) => `Zahlungserinnerung: Rechnung ${number}`,
      heading: 'Zahlungserinnerung',
      intro: ({ number, amount }) =>
        `Vielleicht ist sie untergegangen: Von der Rechnung ${number} sind noch ${amount} offen. Bitte bezahlen Sie in den nächsten Tagen.`,
    },
    reminder_2: {
      subject: ({ number }) => `2. Mahnung: Rechnung ${number}`,
      heading: '2. Mahnung',
      intro: ({ number, amount }) =>
        `Die Rechnung ${number} ist trotz unserer Erinnerung noch nicht bezahlt. Bitte überweisen Sie ${amount} innert zehn Tagen.`,
    },
    reminder_3: {
      subject: ({ number }) => `Letzte Mahnung: Rechnung ${number}`,
      heading: 'Letzte Mahnung',
      intro: ({ number, amount }) =>
        `Von der Rechnung ${number} sind immer noch ${amount} offen. Bezahlen Sie innert zehn Tagen; danach leiten wir die Betreibung ein.`,
    },
  },
  paymentReceived: {
    subject: ({ number }) => `Zahlung erhalten: ${number}`,
    heading: 'Ihre Zahlung ist da',
    intro: ({ number, amount }) => `Wir haben ${amount} für ${number} erhalten. Vielen Dank.`,
    received: 'Erhalten',
    nothing: 'nichts',
    button: 'Ansehen',
  },
  statement: {
    subject: ({ until }) => `Ihr Kontoauszug bis ${until}`,
    heading: 'Ihr Kontoauszug',
    intro: ({ from, until }) => `Im Anhang finden Sie Ihren Kontoauszug vom ${from} bis ${until}.`,
    open: 'Offen',
    inFavour: 'Guthaben',
  },
  depositRequest: {
    subject: ({ number }) => `Bitte bestätigen Sie Ihre Kaution: Vertrag ${number}`,
    heading: 'Bitte bestätigen Sie Ihre Kaution',
    intro: ({ amount }) =>
      `Wir konnten die Kaution von ${amount} nicht auf Ihrer hinterlegten Karte reservieren. Bitte reservieren Sie sie über den Link, mit dieser oder einer anderen Karte.`,
    introHolder: ({ amount }) =>
      `Ihre Bank verlangt, dass Sie die Reservation der Kaution von ${amount} selbst bestätigen. Das geht über den Link in einer Minute.`,
    noCharge: 'Der Betrag wird nur reserviert und nach der Rückgabe freigegeben.',
    button: 'Kaution bestätigen',
    labels: { contract: 'Vertrag', vehicle: 'Fahrzeug', until: 'Heutige Reservation bis', amount: 'Kaution' },
  },
  depositAlert: {
    subject: ({ number, customer }) => `Kaution nicht gesichert: ${number}, ${customer}`,
    heading: 'Eine Kaution braucht Sie',
    refused: ({ customer, amount }) =>
      `Die Karte von ${customer} hat die Reservation der Kaution von ${amount} abgelehnt oder verlangt die Bestätigung des Inhabers.`,
    lapsed: ({ customer, amount }) =>
      `Die Kaution von ${amount} auf der Karte von ${customer} ist verfallen und nicht erneuert worden.`,
    asked: 'Wir haben dem Kunden den Link geschickt, mit dem er sie selbst bestätigt.',
    notAsked: 'Vom Kunden ist keine E-Mail-Adresse bekannt: Bitte rufen Sie an.',
    button: 'Vertrag ansehen',
  },
  dispute: {
    subject: ({ number, customer }) => `Zahlung bestritten: ${number}, ${customer}`,
    heading: 'Eine Kartenzahlung ist bestritten',
    opened: ({ customer, amount }) =>
      `${customer} bestreitet bei der Bank eine Zahlung von ${amount}. Stripe hat den Betrag zurückgenommen, bis die Bank entscheidet. Reichen Sie die Beweise bei Stripe ein; das Dossier dazu schreibt der Vertrag.`,
    won: ({ customer, amount }) =>
      `Die Bank hat zu Ihren Gunsten entschieden: Die ${amount} von ${customer} sind wieder auf Ihrem Konto bei Stripe.`,
    lost: ({ customer, amount }) =>
      `Die Bank hat gegen Sie entschieden: Die ${amount} von ${customer} sind als Verlust gebucht.`,
    due: 'Beweise bis',
    button: 'Unterlagen ansehen',
  },
  planNotice: {
    company: 'Firma',
    plan: 'Plan',
    trialEnds: 'Probezeit endet am',
    worksUntil: 'Arbeiten möglich bis',
    choose: 'Plan wählen',
    look: 'Abo ansehen',
    site: 'Buchungsseite',
    begin: 'Beginnen',
    welcome: {
      subject: ({ company }) => `Willkommen: ${company} ist eröffnet`,
      heading: 'Ihre Firma ist eröffnet',
      intro: ({ company }) =>
        `Danke für Ihre Anmeldung. ${company} ist bereit; 14 Tage lang probieren Sie alles aus, ohne Karte.`,
      next: 'Am besten erfassen oder importieren Sie zuerst die Fahrzeuge und setzen die Preise. Danach nimmt Ihre Buchungsseite Reservationen an. Haben Sie kein Konto eröffnet? Dann tun Sie nichts.',
    },
    trial_ending: {
      subject: ({ company }) => `Die Probezeit von ${company} endet bald`,
      heading: 'Ihre Probezeit endet bald',
      intro: ({ company }) => `Die Probezeit von ${company} endet in den nächsten drei Tagen.`,
      next: 'Mit einem Abo geht es ohne Unterbruch weiter. Ohne Abo bleiben Ihre Daten da und lesbar, aber ändern und buchen lässt sich nichts mehr.',
    },
    payment_failed: {
      subject: ({ company }) => `Zahlung für das Abo von ${company} fehlgeschlagen`,
      heading: 'Ihre Abo-Zahlung ist fehlgeschlagen',
      intro: ({ company }) => `Die Karte für das Abo von ${company} liess sich nicht belasten.`,
      next: 'Bitte prüfen oder ersetzen Sie die Karte. Sie arbeiten vorerst weiter wie gewohnt; danach wird das Konto angehalten, bis die Zahlung da ist.',
    },
    suspended: {
      subject: ({ company }) => `Das Konto von ${company} ist angehalten`,
      heading: 'Ihr Konto ist angehalten',
      intro: ({ company }) =>
        `${company} kann alles lesen und exportieren, aber nichts mehr ändern; auch die Buchungsseite nimmt keine Buchungen an.`,
      next: 'Sobald das Abo läuft und bezahlt ist, geht sofort alles weiter. Es geht nichts verloren.',
    },
    second_subscription: {
      subject: ({ company }) => `Zweites Abo für ${company} beendet und zurückerstattet`,
      heading: 'Ein zweites Abo wurde zurückerstattet',
      intro: ({ company }) =>
        `Für ${company} wurden zwei Abos abgeschlossen. Eines läuft; das andere haben wir sofort beendet.`,
      next: 'Was dafür bezahlt wurde, wird vollständig auf dieselbe Karte zurückerstattet; das dauert einige Tage. Sie müssen nichts tun.',
    },
  },
  document: {
    contract: {
      subject: ({ number }) => `Ihr Mietvertrag ${number}`,
      heading: 'Ihr Mietvertrag',
      intro: ({ number }) => `Im Anhang finden Sie den unterschriebenen Mietvertrag ${number}. Gute Fahrt.`,
    },
    addendum: {
      subject: ({ number }) => `Nachtrag zum Mietvertrag ${number}`,
      heading: 'Ihr Nachtrag',
      intro: ({ number }) =>
        `Im Anhang finden Sie den unterschriebenen Nachtrag zum Mietvertrag ${number}. Alles andere bleibt, wie es vereinbart war.`,
    },
    settlement: {
      subject: ({ number }) => `Abrechnung zum Mietvertrag ${number}`,
      heading: 'Ihre Abrechnung',
      intro: ({ number }) =>
        `Im Anhang finden Sie die Abrechnung zum Mietvertrag ${number}. Danke für Ihr Vertrauen.`,
    },
    invoice: {
      subject: ({ number }) => `Ihre Rechnung ${number}`,
      heading: 'Ihre Rechnung',
      intro: ({ number }) => `Im Anhang finden Sie die Rechnung ${number} mit QR-Einzahlungsschein.`,
    },
    credit_note: {
      subject: ({ number }) => `Ihre Gutschrift ${number}`,
      heading: 'Ihre Gutschrift',
      intro: ({ number }) => `Im Anhang finden Sie die Gutschrift ${number}.`,
    },
    total: 'Rechnungsbetrag',
    sealed: 'Das Dokument ist versiegelt. Prüfsumme (SHA-256):',
  },
}
