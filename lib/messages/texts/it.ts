import type { Texts } from '@/lib/messages/texts/texts'

export const it: Texts = {
  greeting: (name) => `Buongiorno ${name}`,
  conversation: 'Scriverci',
  orSimilar: ({ category, example }) => `${category}, p. es. ${example} o simile`,
  rows: {
    number: 'Prenotazione',
    vehicle: 'Veicolo',
    pickup: 'Ritiro',
    return: 'Riconsegna',
    rental: 'Noleggio',
    total: 'Prezzo totale',
    totalWithVat: 'Prezzo totale IVA incl.',
    paid: 'Acconto pagato',
    remainder: 'Saldo alla riconsegna',
    refunded: 'Rimborsato',
    kept: 'Costi di cancellazione',
    validUntil: 'Valido fino al',
    role: 'Ruolo',
  },
  cancellation: {
    always: () => 'Cancellazione gratuita fino al ritiro.',
    free: ({ until, percent }) =>
      `Cancellazione gratuita fino a ${until}, in seguito al costo di ${percent} % del prezzo totale.`,
    now: ({ percent }) => `Costo di una cancellazione: ${percent} % del prezzo totale.`,
    from: ({ from, percent }) => `Costo da ${from}: ${percent} % del prezzo totale.`,
    most: () => 'Non costa mai più di quanto è stato pagato.',
  },
  reservationConfirmed: {
    subject: ({ number, vehicle }) => `Prenotazione ${number} confermata: ${vehicle}`,
    heading: 'La Sua prenotazione è confermata',
    intro: ({ vehicle }) => `Abbiamo riservato per Lei: ${vehicle}.`,
    bring: 'Per il ritiro porti con sé la licenza di condurre e la carta con cui ha pagato.',
    button: 'Vedere la prenotazione',
    sms: ({ company, number, from, place, url }) =>
      `${company}: prenotazione ${number} confermata. Ritiro ${from}, ${place}. ${url}`,
  },
  reservationRefunded: {
    subject: ({ number }) => `Prenotazione ${number}: riceve il rimborso`,
    heading: 'Il pagamento è arrivato dopo la scadenza della prenotazione',
    intro: ({ amount }) =>
      `Nel frattempo il veicolo è stato assegnato. Le rimborsiamo per intero ${amount} sulla Sua carta. A seconda della banca l’accredito appare entro 5–10 giorni.`,
    button: 'Cercare di nuovo',
  },
  reservationChanged: {
    subject: ({ number }) => `Prenotazione ${number} modificata`,
    heading: 'La Sua prenotazione è modificata',
    intro: ({ number }) => `La prenotazione ${number} è stata modificata. Da ora vale:`,
    before: 'finora',
    button: 'Vedere la prenotazione',
    question: 'Qualcosa non va? Risponda semplicemente a questo messaggio.',
  },
  addendum: {
    text: 'La modifica costituisce un’appendice al Suo contratto di noleggio e attende ancora la Sua firma.',
    button: 'Firmare l’appendice',
  },
  checkinInvitation: {
    subject: ({ number }) => `Prenotazione ${number}: check-in da casa`,
    heading: 'Faccia il check-in da casa',
    intro: () => 'Qualche indicazione in anticipo e la consegna dura solo pochi minuti.',
    button: 'Fare il check-in',
  },
  dayBefore: {
    subject: ({ number, from }) => `Prenotazione ${number}: ritiro il ${from}`,
    heading: 'Manca poco',
    intro: ({ vehicle }) => `Siamo lieti di accoglierLa. Il Suo veicolo: ${vehicle}.`,
    sms: ({ company, number, from, place, url }) =>
      `${company}: ritiro ${from}, ${place} (${number}). Porti la licenza di condurre. ${url}`,
  },
  upsells: 'Serve altro? Lo aggiunge con un tocco nella Sua prenotazione:',
  upgrade: (category) => `Upgrade: ${category}`,
  returnReminder: {
    subject: ({ number }) => `Prenotazione ${number}: riconsegna`,
    heading: 'La riconsegna si avvicina',
    intro: ({ until, place }) => `Aspettiamo il Suo veicolo il ${until}: ${place}.`,
    longer:
      'Desidera tenerlo più a lungo? Risponda a questo messaggio; spesso il noleggio si può prolungare.',
  },
  vehicleLate: {
    subject: ({ number }) => `Prenotazione ${number}: il Suo veicolo potrebbe essere in ritardo`,
    heading: 'Il Suo veicolo potrebbe essere in ritardo',
    intro: ({ from }) =>
      `Il veicolo previsto per il Suo ritiro del ${from} potrebbe non essere pronto in orario. Ce ne stiamo occupando e La avviseremo se l’attesa dovesse prolungarsi.`,
    question: ({ phone }) =>
      `Preferisce un altro momento? Risponda semplicemente a questo messaggio o ci chiami (${phone}).`,
    sms: ({ company, number, from, phone }) =>
      `${company}: il Suo veicolo (${number}, ritiro ${from}) potrebbe non essere pronto in orario. Ce ne stiamo occupando. Per domande ci chiami (${phone}).`,
  },
  vehicleReady: {
    subject: ({ number }) => `Prenotazione ${number}: il Suo veicolo è pronto`,
    heading: 'Il Suo veicolo è pronto',
    intro: ({ vehicle, place }) => `Grazie per l’attesa: ${vehicle} è pronto per Lei. ${place}.`,
    sms: ({ company, number, place }) =>
      `${company}: il Suo veicolo (${number}) è pronto: ${place}. Grazie per l’attesa.`,
  },
  onTheWay: {
    subject: ({ number }) => `Prenotazione ${number}: siamo in arrivo`,
    heading: 'Siamo in arrivo',
    intro: ({ at }) => `Arriveremo verso le ${at}.`,
    question: ({ phone }) =>
      `Non è ancora pronto, o si trova altrove? Risponda semplicemente a questo messaggio o ci chiami (${phone}).`,
    sms: ({ company, number, at, phone }) =>
      `${company}: siamo in arrivo e saremo da Lei verso le ${at} (${number}). Per domande ci chiami (${phone}).`,
  },
  reviewRequest: {
    subject: ({ company }) => `Com’è andata con ${company}?`,
    heading: 'Com’è andata?',
    intro: ({ vehicle }) =>
      `È di ritorno, speriamo dopo un buon viaggio: ${vehicle}. Vuole raccontare in due frasi com’è andata?`,
    button: 'Lasciare una recensione',
    why: 'Glielo chiediamo una sola volta dopo il noleggio, perché ha accettato di ricevere nostre notizie. Se non lo desidera più, risponda semplicemente.',
  },
  returnOverdue: {
    subject: ({ number }) => `Contratto ${number}: la riconsegna è attesa`,
    heading: 'La riconsegna è attesa',
    intro: ({ from }) =>
      `Il Suo veicolo era atteso il ${from}. La preghiamo di riportarlo al più presto; il tempo in più è addebitato secondo il contratto.`,
    question: ({ phone }) =>
      `Le serve il veicolo più a lungo, o ha un problema? Ci chiami (${phone}) o risponda a questo messaggio.`,
    sms: ({ company, number, from, phone }) =>
      `${company}: il Suo veicolo (contratto ${number}) era atteso il ${from}. Lo riporti o ci chiami (${phone}).`,
  },
  vehicleReturned: {
    subject: ({ number }) => `Prenotazione ${number}: il Suo veicolo è rientrato`,
    heading: 'Il Suo veicolo è rientrato',
    intro: ({ vehicle }) =>
      `Abbiamo ripreso ${vehicle} in Sua assenza e ne abbiamo registrato lo stato: foto, chilometri e carburante.`,
    next: ({ phone }) =>
      `Il conteggio seguirà. Se non è d’accordo su qualcosa, risponda a questo messaggio o ci chiami (${phone}).`,
  },
  vehicleDue: {
    items: {
      service: 'Servizio',
      inspection: 'Collaudo',
      insurance: 'Assicurazione',
      maintenance: 'Lavoro previsto',
    },
    subject: ({ item, plate }) => `${item} in scadenza: ${plate}`,
    heading: ({ item }) => `${item}: scadenza vicina`,
    headingOverdue: ({ item }) => `${item}: scadenza superata`,
    intro: ({ vehicle }) => `Per ${vehicle} non è ancora previsto nulla.`,
    button: 'Vedere il veicolo',
    due: 'Scadenza',
    dueKm: 'Scadenza a',
    odometer: 'Chilometraggio',
    policy: 'Polizza',
    several: {
      subject: ({ count }) => `${count} scadenze nella Sua flotta`,
      heading: ({ count }) => `${count} scadenze vicine`,
      intro: 'Per questi veicoli non è ancora previsto nulla.',
      overdue: 'superata',
      button: 'Vedere sotto «Oggi»',
    },
    once: 'Questo promemoria arriva una sola volta; le scadenze si trovano anche sotto «Oggi».',
  },
  reservationCancelled: {
    subject: ({ number }) => `Prenotazione ${number} annullata`,
    heading: 'La Sua prenotazione è annullata',
    intro: ({ number }) => `La prenotazione ${number} è annullata e il veicolo è di nuovo libero.`,
    question: 'Domande sul rimborso? Risponda semplicemente a questo messaggio.',
  },
  keyBox: {
    subject: ({ number }) => `Prenotazione ${number}: come ottenere la chiave`,
    heading: 'Come ottenere la chiave',
    intro: 'Al ritiro non ci sarà nessuno. La chiave si trova nella cassetta delle chiavi.',
    code: 'Codice',
    secret: 'La preghiamo di non trasmettere il codice.',
    sms: ({ company, place, code, url }) =>
      `${company}: cassetta delle chiavi ${place}, codice ${code}. Dettagli: ${url}`,
  },
  waiting: {
    anyCategory: 'Qualsiasi categoria',
    listed: {
      subject: 'È sulla lista d’attesa',
      heading: 'È sulla lista d’attesa',
      intro: 'Appena si libera un veicolo adatto La avvisiamo, nell’ordine delle iscrizioni.',
      button: 'Vedere l’iscrizione',
      leave: 'Non desidera più attendere? Nella stessa pagina può togliersi dalla lista.',
    },
    offer: {
      subject: 'Si è liberato un veicolo',
      heading: 'Si è liberato un veicolo',
      held: ({ until }) => `Lo teniamo per Lei fino a ${until}. Poi lo proponiamo alla persona successiva.`,
      free: ({ until }) =>
        `Non è ancora riservato per Lei: meglio prenotare subito. Dopo ${until} lo proponiamo alla persona successiva.`,
      button: 'Prenotare ora',
      smsHeld: ({ company, from, until, url }) =>
        `${company}: si è liberato un veicolo dal ${from}. Prenotabile da Lei fino a ${until}: ${url}`,
      smsFree: ({ company, from, until, url }) =>
        `${company}: si è liberato un veicolo dal ${from}. Non è riservato per Lei: vale la prima prenotazione. Offerta fino a ${until}: ${url}`,
    },
  },
  attached: (count) => (count === 1 ? 'È allegato un file.' : `Sono allegati ${count} file.`),
  customerMessage: {
    subject: ({ customer, number }) =>
      number ? `Messaggio di ${customer} su ${number}` : `Messaggio di ${customer}`,
    heading: ({ customer }) => `${customer} scrive`,
    button: 'Rispondere',
    where: 'Risponda nel programma; una risposta a questa e-mail non raggiunge il cliente.',
    strange: ({ sender }) =>
      `Attenzione: questa e-mail arriva da ${sender}, un indirizzo che non conosciamo di questo cliente.`,
  },
  portalMessage: {
    subject: ({ company, number }) => `${company}: messaggio sulla Sua prenotazione ${number}`,
    heading: ({ company }) => `Messaggio di ${company}`,
    button: 'Rispondere nel portale',
  },
  privateLink: {
    subject: ({ number }) => `Il Suo nuovo link alla prenotazione ${number}`,
    heading: 'Il Suo nuovo link',
    intro: ({ number }) =>
      `Con questo link vede tutto della Sua prenotazione ${number}, la modifica o ci scrive.`,
    button: 'Aprire la prenotazione',
    old: 'Il link precedente non vale più. Non trasmetta quello nuovo: chi lo ha può modificare la prenotazione.',
  },
  dataRequest: {
    subject: ({ customer }) => `${customer}: richiesta sui propri dati`,
    heading: 'Una richiesta sui dati',
    intro: ({ customer, kind, due }) =>
      kind === 'copy'
        ? `${customer} chiede una copia dei propri dati. Risponda entro il ${due}; l’esportazione si trova presso il cliente.`
        : `${customer} chiede la cancellazione dei propri dati. Risponda entro il ${due}; ciò che la legge obbliga a conservare resta.`,
    button: 'Vedere il cliente',
    due: 'Risposta entro',
  },
  invitation: {
    subject: ({ company }) => `Invito di ${company}`,
    heading: ({ company }) => `Collabori con ${company}`,
    intro: ({ invitedBy, company }) => `${invitedBy} La invita a collaborare con ${company}.`,
    button: 'Accettare l’invito',
    unknown: 'Non conosce questa ditta? Può ignorare questo messaggio.',
    roles: {
      owner: 'Titolare',
      manager: 'Direzione',
      staff: 'Collaborazione',
      technician: 'Tecnica',
      sales_rep: 'Vendita',
      concierge: 'Concierge',
      viewer: 'Sola lettura',
    },
  },
  paymentRequest: {
    invoice: 'Fattura',
    due: 'Pagabile entro il',
    open: 'Aperto',
    button: 'Pagare la fattura',
    crossed: 'Ha già pagato? Allora i nostri messaggi si sono incrociati e non deve fare nulla.',
    card_refused: {
      subject: ({ number }) => `La Sua carta non è stata addebitata: fattura ${number}`,
      heading: 'La preghiamo di pagare la fattura',
      intro: ({ number, amount }) =>
        `La carta registrata ha rifiutato l’addebito di ${amount} per la fattura ${number} o richiede la Sua conferma. La preghiamo di pagare con il link.`,
    },
    reminder_1: {
      subject: ({ number }) => `Promemoria di pagamento: fattura ${number}`,
      heading: 'Promemoria di pagamento',
      intro: ({ number, amount }) =>
        `Forse Le è sfuggita: ${amount} della fattura ${number} sono ancora aperti. La preghiamo di pagare nei prossimi giorni.`,
    },
    reminder_2: {
      subject: ({ number }) => `Secondo sollecito: fattura ${number}`,
      heading: 'Secondo sollecito',
      intro: ({ number, amount }) =>
        `La fattura ${number} non è ancora pagata nonostante il nostro promemoria. La preghiamo di versare ${amount} entro dieci giorni.`,
    },
    reminder_3: {
      subject: ({ number }) => `Ultimo sollecito: fattura ${number}`,
      heading: 'Ultimo sollecito',
      intro: ({ number, amount }) =>
        `${amount} della fattura ${number} sono ancora aperti. Paghi entro dieci giorni; in seguito avvieremo l’esecuzione.`,
    },
  },
  paymentReceived: {
    subject: ({ number }) => `Pagamento ricevuto: ${number}`,
    heading: 'Il Suo pagamento è arrivato',
    intro: ({ number, amount }) => `Abbiamo ricevuto ${amount} per ${number}. Grazie.`,
    received: 'Ricevuto',
    nothing: 'nulla',
    button: 'Vedere',
  },
  statement: {
    subject: ({ until }) => `Il Suo estratto conto al ${until}`,
    heading: 'Il Suo estratto conto',
    intro: ({ from, until }) => `In allegato trova il Suo estratto conto dal ${from} al ${until}.`,
    open: 'Aperto',
    inFavour: 'Credito',
  },
  depositRequest: {
    subject: ({ number }) => `Confermi la cauzione: contratto ${number}`,
    heading: 'Confermi la cauzione',
    intro: ({ amount }) =>
      `Non abbiamo potuto riservare la cauzione di ${amount} sulla Sua carta registrata. La riservi tramite il link, con questa o un'altra carta.`,
    introHolder: ({ amount }) =>
      `La Sua banca chiede che confermi personalmente la riserva della cauzione di ${amount}. Con il link basta un minuto.`,
    noCharge: "L'importo viene solo riservato e sarà liberato dopo la riconsegna.",
    button: 'Confermare la cauzione',
    labels: {
      contract: 'Contratto',
      vehicle: 'Veicolo',
      until: 'Riserva attuale fino al',
      amount: 'Cauzione',
    },
  },
  depositAlert: {
    subject: ({ number, customer }) => `Cauzione non garantita: ${number}, ${customer}`,
    heading: 'Una cauzione ha bisogno di Lei',
    refused: ({ customer, amount }) =>
      `La carta di ${customer} ha rifiutato la riserva della cauzione di ${amount}, o il titolare deve confermarla.`,
    lapsed: ({ customer, amount }) =>
      `La cauzione di ${amount} sulla carta di ${customer} è scaduta e non è stata rinnovata.`,
    asked: 'Abbiamo inviato al cliente il link per confermarla di persona.',
    notAsked: 'Non è noto alcun indirizzo e-mail del cliente: lo chiami.',
    button: 'Vedere il contratto',
  },
  dispute: {
    subject: ({ number, customer }) => `Pagamento contestato: ${number}, ${customer}`,
    heading: 'Un pagamento con carta è contestato',
    opened: ({ customer, amount }) =>
      `${customer} contesta presso la banca un pagamento di ${amount}. Stripe ha ripreso l'importo fino alla decisione della banca. Invii le prove a Stripe; il contratto ne scrive il fascicolo.`,
    won: ({ customer, amount }) =>
      `La banca ha deciso a Suo favore: ${amount} di ${customer} sono di nuovo sul Suo conto presso Stripe.`,
    lost: ({ customer, amount }) =>
      `La banca ha deciso contro di Lei: ${amount} di ${customer} sono registrati come perdita.`,
    due: 'Prove entro',
    button: 'Vedere i documenti',
  },
  planNotice: {
    company: 'Azienda',
    plan: 'Piano',
    trialEnds: 'Fine del periodo di prova',
    worksUntil: 'Può lavorare fino al',
    choose: 'Scegliere un piano',
    look: 'Vedere l’abbonamento',
    site: 'Sito di prenotazione',
    begin: 'Iniziare',
    welcome: {
      subject: ({ company }) => `Benvenuti: ${company} è aperta`,
      heading: 'La Sua azienda è aperta',
      intro: ({ company }) =>
        `Grazie per l’iscrizione. ${company} è pronta; per 14 giorni può provare tutto, senza carta.`,
      next: 'Inizi registrando o importando i veicoli e fissando i prezzi. Poi il Suo sito accetta prenotazioni. Non ha aperto un conto? Non faccia nulla.',
    },
    trial_ending: {
      subject: ({ company }) => `Il periodo di prova di ${company} sta per finire`,
      heading: 'Il Suo periodo di prova sta per finire',
      intro: ({ company }) => `Il periodo di prova di ${company} finisce nei prossimi tre giorni.`,
      next: 'Con un abbonamento tutto continua senza interruzioni. Senza abbonamento i Suoi dati restano e sono leggibili, ma non si può più modificare né prenotare nulla.',
    },
    payment_failed: {
      subject: ({ company }) => `Pagamento dell’abbonamento di ${company} non riuscito`,
      heading: 'Il pagamento del Suo abbonamento non è riuscito',
      intro: ({ company }) => `Non è stato possibile addebitare la carta per l’abbonamento di ${company}.`,
      next: 'Verifichi o sostituisca la carta. Per ora continua a lavorare come al solito; poi il conto viene sospeso fino al pagamento.',
    },
    suspended: {
      subject: ({ company }) => `Il conto di ${company} è sospeso`,
      heading: 'Il Suo conto è sospeso',
      intro: ({ company }) =>
        `${company} può leggere ed esportare tutto, ma non può più modificare nulla; nemmeno il sito accetta prenotazioni.`,
      next: 'Appena l’abbonamento è attivo e pagato, tutto riprende subito. Non va perso nulla.',
    },
    second_subscription: {
      subject: ({ company }) => `Secondo abbonamento di ${company} terminato e rimborsato`,
      heading: 'Un secondo abbonamento è stato rimborsato',
      intro: ({ company }) =>
        `Per ${company} sono stati conclusi due abbonamenti. Uno è attivo; l’altro l’abbiamo terminato subito.`,
      next: 'L’importo pagato viene rimborsato per intero sulla stessa carta; ci vogliono alcuni giorni. Non deve fare nulla.',
    },
  },
  document: {
    contract: {
      subject: ({ number }) => `Il Suo contratto di noleggio ${number}`,
      heading: 'Il Suo contratto di noleggio',
      intro: ({ number }) => `In allegato trova il contratto di noleggio firmato ${number}. Buon viaggio.`,
    },
    addendum: {
      subject: ({ number }) => `Appendice al contratto di noleggio ${number}`,
      heading: 'La Sua appendice',
      intro: ({ number }) =>
        `In allegato trova l’appendice firmata al contratto di noleggio ${number}. Tutto il resto rimane come concordato.`,
    },
    settlement: {
      subject: ({ number }) => `Conteggio del contratto di noleggio ${number}`,
      heading: 'Il Suo conteggio',
      intro: ({ number }) =>
        `In allegato trova il conteggio del contratto di noleggio ${number}. Grazie della fiducia.`,
    },
    invoice: {
      subject: ({ number }) => `La Sua fattura ${number}`,
      heading: 'La Sua fattura',
      intro: ({ number }) => `In allegato trova la fattura ${number} con la QR-fattura.`,
    },
    credit_note: {
      subject: ({ number }) => `La Sua nota di credito ${number}`,
      heading: 'La Sua nota di credito',
      intro: ({ number }) => `In allegato trova la nota di credito ${number}.`,
    },
    total: 'Importo della fattura',
    sealed: 'Il documento è sigillato. Somma di controllo (SHA-256):',
  },
}
